"""Papers onto paper: asked what and how, shown, told what the printer cannot do, and sent; or written as PDF."""
