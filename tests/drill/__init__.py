"""The fault drill: what an office loses when its program is killed, its disk fails, and its file is damaged."""
