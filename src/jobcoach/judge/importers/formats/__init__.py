"""The formats that can be imported: each module here has one ``FORMAT``."""
