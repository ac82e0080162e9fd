package sweep4j.worker.quick;

import java.lang.ref.Reference;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Products of matrices whose rows lie one after another in native memory. OpenBLAS trusts the sizes
 * that it is told, so each is held against the length of its array first.
 */
final class Products {

  private Products() {}

  /** {@code c = a b}, where a is [m, k], b is [k, n] and c is [m, n]. */
  static void plain(Memory a, Memory b, Memory c, int m, int n, int k) {
    product(false, a, k, false, b, n, 0, c, m, n, k);
  }

  /** {@code c = a b'}, where a is [m, k], b is [n, k] and c is [m, n]. */
  static void withTransposed(Memory a, Memory b, Memory c, int m, int n, int k) {
    product(false, a, k, true, b, k, 0, c, m, n, k);
  }

  /** {@code c = a' b}, where a is [k, m], b is [k, n] and c is [m, n]. */
  static void ofTransposed(Memory a, Memory b, Memory c, int m, int n, int k) {
    product(true, a, m, false, b, n, 0, c, m, n, k);
  }

  /** {@code c = a b'}, or {@code c += a b'}, as {@link #withTransposed}. */
  static void addWithTransposed(boolean add, Memory a, Memory b, Memory c, int m, int n, int k) {
    product(false, a, k, true, b, k, add ? 1 : 0, c, m, n, k);
  }

  private static void product(
      boolean transposeA,
      Memory a,
      int strideA,
      boolean transposeB,
      Memory b,
      int strideB,
      float beta,
      Memory c,
      int m,
      int n,
      int k) {
    try {
      openblas_nolapack.cblas_sgemm(
          openblas_nolapack.CblasRowMajor,
          transposeA ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
          transposeB ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
          m,
          n,
          k,
          1,
          transposeA ? a.matrix(k, m) : a.matrix(m, k),
          strideA,
          transposeB ? b.matrix(n, k) : b.matrix(k, n),
          strideB,
          beta,
          c.matrix(m, n),
          n);
    } finally {
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(b);
      Reference.reachabilityFence(c);
    }
  }
}
