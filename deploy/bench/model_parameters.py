"""Prints how many parameters a network has that Deeplearning4j saved: model_parameters.py MODEL.zip"""

import struct
import sys
import zipfile


def skip_text(stream):
    stream.read(struct.unpack(">H", stream.read(2))[0])


def length_of_buffer(stream):
    """What comes before the values: how they were allocated, how many there are, and their type."""
    skip_text(stream)
    (length,) = struct.unpack(">q", stream.read(8))
    skip_text(stream)
    return length


with zipfile.ZipFile(sys.argv[1]) as model, model.open("coefficients.bin") as array:
    # Shape information, of 8 bytes each, comes first.
    array.read(8 * length_of_buffer(array))
    print(length_of_buffer(array))
