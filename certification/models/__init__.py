"""The framework and its versions, rounds, certificates with what happened to them, and the public register."""
