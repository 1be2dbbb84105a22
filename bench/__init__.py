"""The hot paths as ratios to a view that says hello, measured side by side in one process: `make bench`."""
