"""The web report: static pages made from the store, to be looked at rather than read."""
