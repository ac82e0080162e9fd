package sweep4j.worker.quick;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** Products of matrices whose rows lie one after another in native memory. */
final class Products {

  private Products() {}

  /** {@code c = a b}, where a is [m, k], b is [k, n] and c is [m, n]. */
  static void plain(FloatPointer a, FloatPointer b, FloatPointer c, int m, int n, int k) {
    product(false, a, k, false, b, n, 0, c, m, n, k);
  }

  /** {@code c = a b'}, where a is [m, k], b is [n, k] and c is [m, n]. */
  static void withTransposed(FloatPointer a, FloatPointer b, FloatPointer c, int m, int n, int k) {
    product(false, a, k, true, b, k, 0, c, m, n, k);
  }

  /** {@code c = a' b}, where a is [k, m], b is [k, n] and c is [m, n]. */
  static void ofTransposed(FloatPointer a, FloatPointer b, FloatPointer c, int m, int n, int k) {
    product(true, a, m, false, b, n, 0, c, m, n, k);
  }

  /** {@code c = a b'}, or {@code c += a b'}, as {@link #withTransposed}. */
  static void addWithTransposed(
      boolean add, FloatPointer a, FloatPointer b, FloatPointer c, int m, int n, int k) {
    product(false, a, k, true, b, k, add ? 1 : 0, c, m, n, k);
  }

  private static void product(
      boolean transposeA,
      FloatPointer a,
      int strideA,
      boolean transposeB,
      FloatPointer b,
      int strideB,
      float beta,
      FloatPointer c,
      int m,
      int n,
      int k) {
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        transposeA ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
        transposeB ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
        m,
        n,
        k,
        1,
        a,
        strideA,
        b,
        strideB,
        beta,
        c,
        n);
  }
}
