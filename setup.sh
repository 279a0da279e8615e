#!/bin/sh
# Create .venv and install a hash-locked file of requirements. What is missing on the machine is said in one sentence.
set -eu

requirements=$1
python=${PYTHON:-python3}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

command -v "$python" >/dev/null 2>&1 ||
  fail "Python was not found. Install Python 3.11 or later (Debian: apt-get install python3 python3-venv)."

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  fail "Python 3.11 or later is needed; $("$python" --version) was found. Name another one with: make run PYTHON=python3.12"

"$python" -c 'import ensurepip, venv' 2>/dev/null ||
  fail "Python's venv module is missing. Install it (Debian: apt-get install python3-venv)."

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  rm -rf .venv
  "$python" -m venv .venv || fail "The virtual environment could not be created in .venv (is the folder writable?)."
fi

printf 'Installing %s (once; a minute or two)…\n' "$requirements"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements" >.venv/install.log 2>&1 || {
  tail -n 3 .venv/install.log >&2
  fail "The packages could not be installed: is the network reachable? The whole message is in .venv/install.log."
}
