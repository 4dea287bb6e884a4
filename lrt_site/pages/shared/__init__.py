"""What pages of all subjects share: links, facts, sources, days, drawings, and the frame."""
