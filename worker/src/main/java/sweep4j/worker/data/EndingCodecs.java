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
 * when a page is shorter than its header says; so these two are asked without a stream. And no page
 * becomes larger than its codec could have made it, as memory for all of it is taken at first.
 */
final class EndingCodecs implements CompressionCodecFactory {
  private final CompressionCodecFactory parquet;

  EndingCodecs(CompressionCodecFactory parquet) {
    this.parquet = parquet;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    BytesInputDecompressor decompressor =
        switch (codec) {
          case SNAPPY -> new Whole(new SnappyDecompressor());
          case LZ4_RAW -> new Whole(new Lz4RawDecompressor());
          default -> parquet.getDecompressor(codec);
        };
    return new Bounded(decompressor, mostFromOneByte(codec));
  }

  /** How many bytes one packed byte can stand for. */
  private static long mostFromOneByte(CompressionCodecName codec) {
    return switch (codec) {
      // A copy of 64 bytes takes 3 (Snappy's format_description.txt, section 2.2).
      case SNAPPY -> 22;
      // A length goes on by 255 with each byte (lz4_Block_format.md).
      case LZ4, LZ4_RAW -> 255;
      // 258 bytes take two bits (RFC 1951, section 3.2.5).
      case GZIP -> 1032;
      // A block of 128 KiB takes 4 (RFC 8878, section 3.1.1.2).
      case ZSTD -> 1 << 15;
      default -> Integer.MAX_VALUE;
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

  /** Unpacks pages that can be as large as they say. */
  private record Bounded(BytesInputDecompressor codec, long mostFromOneByte)
      implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput packed, int length) throws IOException {
      check(packed.size(), length);
      return codec.decompress(packed, length);
    }

    @Override
    public void decompress(ByteBuffer packed, int packedLength, ByteBuffer page, int length)
        throws IOException {
      check(packedLength, length);
      codec.decompress(packed, packedLength, page, length);
    }

    private void check(long packedLength, int length) throws IOException {
      if (length > packedLength * mostFromOneByte) {
        throw new IOException(
            "a page of %d bytes cannot come from %d".formatted(length, packedLength));
      }
    }

    @Override
    public void release() {
      codec.release();
    }
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
