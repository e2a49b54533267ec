"""Mutation testing: which wrong tokens in the reading of Danish, or in the contract, no test notices."""
