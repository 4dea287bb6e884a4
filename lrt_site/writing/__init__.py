"""What helps an editor to write: ids that can be found, new records at their place, and ids that become others.

The modules are imported where they are used: the questions alone need nothing else.
"""
