"""Names the BLAS that a process multiplies matrices with, and refuses the slow one.

usage: blas.py PID        (of a process that has multiplied some)
       blas.py            (PyTorch's, in this process; fails if it is the reference BLAS)
"""

import ctypes
import re
import sys

LIBRARY = re.compile(r"/lib(blas|openblas|mkl_rt|mkl_core|blis)[^/]*\.so[^/]*$")
REMEDY = """blas.py: PyTorch multiplies matrices with the reference BLAS ({}),
which is many times slower than what it is compared with. On Debian, apt-get install libopenblas0-pthread
puts OpenBLAS in its place; update-alternatives --display libblas.so.3-x86_64-linux-gnu shows which one holds."""


def mapped(process):
    """The library's file, alternatives resolved; None if the process has none of its own."""
    with open(f"/proc/{process}/maps", encoding="utf-8") as lines:
        files = {line.split(maxsplit=5)[-1].strip() for line in lines}
    # Where libblas.so stands for another library, it is the one that is called.
    return min(filter(LIBRARY.search, files), key=lambda file: "/libblas" not in file, default=None)


def name(file):
    """None for the reference BLAS, which alone cannot tell what it is."""
    library = ctypes.CDLL(file)
    if hasattr(library, "openblas_get_config"):
        library.openblas_get_config.restype = library.openblas_get_corename.restype = ctypes.c_char_p
        version = " ".join(library.openblas_get_config().decode().split()[:2])
        return f"{version} for {library.openblas_get_corename().decode()}"
    if hasattr(library, "mkl_get_version") or "mkl" in file:
        return "Intel MKL"
    return "BLIS" if hasattr(library, "bli_info_get_version_str") else None


def of_pytorch():
    import torch

    factor = torch.rand(64, 64)
    factor @ factor
    file = mapped("self")
    if file is None:
        # PyTorch's own packages are linked with theirs.
        return re.search(r"BLAS_INFO=(\w+)", torch.__config__.show())[1]
    return name(file) or sys.exit(REMEDY.format(file))


def main():
    if len(sys.argv) == 1:
        print(of_pytorch())
    else:
        file = mapped(sys.argv[1])
        print((file and name(file)) or file or "")


if __name__ == "__main__":
    main()
