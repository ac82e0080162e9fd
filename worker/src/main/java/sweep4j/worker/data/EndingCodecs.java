package sweep4j.worker.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.codec.Lz4RawDecompressor;
import org.apache.parquet.hadoop.codec.NonBlockedDecompressor;
import org.apache.parquet.hadoop.codec.SnappyDecompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Parquet's codecs, where they end. Its streams of Snappy and LZ4 give no bytes, again and again,
 * when a page is shorter than its header says; so these two are asked without a stream.
 */
final class EndingCodecs implements CompressionCodecFactory {
  private final CompressionCodecFactory parquet;

  EndingCodecs(CompressionCodecFactory parquet) {
    this.parquet = parquet;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case SNAPPY -> new Whole(new SnappyDecompressor());
      case LZ4_RAW -> new Whole(new Lz4RawDecompressor());
      default -> parquet.getDecompressor(codec);
    };
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return parquet.getCompressor(codec);
  }

  @Override
  public void release() {
    parquet.release();
  }

  /** Unpacks a page at once. */
  private record Whole(NonBlockedDecompressor codec) implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput packed, int length) throws IOException {
      byte[] page = new byte[length];
      byte[] bytes = packed.toByteArray();
      codec.reset();
      codec.setInput(bytes, 0, bytes.length);
      int filled = 0;
      while (filled < length) {
        int count = codec.decompress(page, filled, length - filled);
        if (count <= 0) {
          throw new IOException("a page ends after %d of %d bytes".formatted(filled, length));
        }
        filled += count;
      }
      return BytesInput.from(page);
    }

    @Override
    public void decompress(ByteBuffer packed, int packedLength, ByteBuffer page, int length)
        throws IOException {
      page.put(decompress(BytesInput.from(packed), length).toByteBuffer());
    }

    @Override
    public void release() {}
  }
}
