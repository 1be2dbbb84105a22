"""What sets the project up, starts its servers, runs and checks it. Plain Python: most of it runs before the packages are there."""
