PYTHON ?= python3
VENV := .venv/bin/python
.PHONY: run test check bench clean test-full

run:
	@$(PYTHON) ops/setup.py run && exec $(VENV) -m ops.run

test:
	@$(PYTHON) ops/setup.py test && $(VENV) -m ops.check && $(VENV) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check:
	@$(PYTHON) ops/setup.py test && $(VENV) -m ops.check

test-full:
	@FULL=1 $(MAKE) --no-print-directory test

bench:
	@$(PYTHON) ops/setup.py test && $(VENV) -m bench

clean:
	@$(PYTHON) -m ops.clean
