"""The scheduled run: discover, fetch what is new or changed, archive, extract, store; and the replay of the archive."""
