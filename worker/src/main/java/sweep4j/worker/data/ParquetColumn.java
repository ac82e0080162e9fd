package sweep4j.worker.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are stored, and what they mean.
 *
 * @param scale decimal places that a whole number is short of
 */
record ParquetColumn(Kind kind, int maxDefinition, int scale) {

  /** What a value is read as. */
  enum Kind {
    TRUTH,
    INT,
    UNSIGNED_INT,
    LONG,
    FLOAT,
    DOUBLE,
    TEXT,
    DECIMAL_INT,
    DECIMAL_LONG,
    DECIMAL_BYTES
  }

  /**
   * The column of a field of the schema.
   *
   * @throws DataException if it is nested, or neither a number, nor a truth value, nor text
   */
  static ParquetColumn of(String file, Type field) throws DataException {
    Kind kind = isNested(field) ? null : kind(field.asPrimitiveType());
    if (kind == null) {
      throw new DataException(
          "%s: column %s is %s, but only numbers, truth values and text can be read. %s, or leave it out (data.ignore)."
              .formatted(
                  file,
                  Quote.text(field.getName()),
                  obstacle(field),
                  isNested(field)
                      ? "Write it as flat columns"
                      : "Write it as a number or as text"));
    }
    int scale =
        field.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
            ? decimal.getScale()
            : 0;
    return new ParquetColumn(kind, field.isRepetition(Type.Repetition.OPTIONAL) ? 1 : 0, scale);
  }

  /** What a field is that cannot be read, as in {@code of type DATE}; null if it can be read. */
  static @Nullable String obstacle(Type field) {
    if (isNested(field)) {
      return "nested (a list, a map or a structure)";
    }
    if (kind(field.asPrimitiveType()) != null) {
      return null;
    }
    LogicalTypeAnnotation meaning = field.getLogicalTypeAnnotation();
    return "of type "
        + (meaning == null ? field.asPrimitiveType().getPrimitiveTypeName() : meaning.toString());
  }

  private static boolean isNested(Type field) {
    return !field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED);
  }

  /** Null for what is no input, such as a date. */
  private static @Nullable Kind kind(PrimitiveType type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    boolean decimal = meaning instanceof DecimalLogicalTypeAnnotation;
    boolean whole = meaning == null || meaning instanceof IntLogicalTypeAnnotation;
    boolean signed = !(meaning instanceof IntLogicalTypeAnnotation number) || number.isSigned();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> Kind.TRUTH;
      case INT32 ->
          decimal ? Kind.DECIMAL_INT : !whole ? null : signed ? Kind.INT : Kind.UNSIGNED_INT;
      case INT64 -> decimal ? Kind.DECIMAL_LONG : whole && signed ? Kind.LONG : null;
      case FLOAT -> Kind.FLOAT;
      case DOUBLE -> Kind.DOUBLE;
      case BINARY -> decimal ? Kind.DECIMAL_BYTES : isText(meaning) ? Kind.TEXT : null;
      case FIXED_LEN_BYTE_ARRAY -> decimal ? Kind.DECIMAL_BYTES : null;
      case INT96 -> null;
    };
  }

  /** Some writers leave out that bytes are text. */
  private static boolean isText(@Nullable LogicalTypeAnnotation meaning) {
    return meaning == null
        || meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
        || meaning instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
  }

  boolean isText() {
    return kind == Kind.TEXT;
  }

  /** Whether the current value is null, or not a number. */
  boolean isMissing(ColumnReader value) {
    if (value.getCurrentDefinitionLevel() < maxDefinition) {
      return true;
    }
    return (kind == Kind.FLOAT && Float.isNaN(value.getFloat()))
        || (kind == Kind.DOUBLE && Double.isNaN(value.getDouble()));
  }

  /** The current value, which is not missing, as a number; NaN for text. */
  double number(ColumnReader value) {
    return switch (kind) {
      case TRUTH -> value.getBoolean() ? 1 : 0;
      case INT -> value.getInteger();
      case UNSIGNED_INT -> Integer.toUnsignedLong(value.getInteger());
      case LONG -> value.getLong();
      case FLOAT -> value.getFloat();
      case DOUBLE -> value.getDouble();
      case TEXT -> Double.NaN;
      case DECIMAL_INT, DECIMAL_LONG, DECIMAL_BYTES -> decimal(value).doubleValue();
    };
  }

  /** The current value, which is not missing, as text. */
  String text(ColumnReader value) {
    return switch (kind) {
      case TRUTH -> String.valueOf(value.getBoolean());
      case INT -> String.valueOf(value.getInteger());
      case UNSIGNED_INT -> Integer.toUnsignedString(value.getInteger());
      case LONG -> String.valueOf(value.getLong());
      case FLOAT -> String.valueOf(value.getFloat());
      case DOUBLE -> String.valueOf(value.getDouble());
      case TEXT -> value.getBinary().toStringUsingUTF8();
      case DECIMAL_INT, DECIMAL_LONG, DECIMAL_BYTES -> decimal(value).toPlainString();
    };
  }

  private BigDecimal decimal(ColumnReader value) {
    if (kind == Kind.DECIMAL_BYTES) {
      return new BigDecimal(new BigInteger(value.getBinary().getBytes()), scale);
    }
    long unscaled = kind == Kind.DECIMAL_INT ? value.getInteger() : value.getLong();
    return BigDecimal.valueOf(unscaled, scale);
  }
}
