"""Inputs of any kind in, Reports out."""

from recoupe.read.inputs import read_inputs as read_inputs
from recoupe.read.language import READABLE as READABLE
