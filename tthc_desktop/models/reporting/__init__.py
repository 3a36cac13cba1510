"""Reports: on what terms an office reports, the figures of a period, and the documents drawn up from them."""
