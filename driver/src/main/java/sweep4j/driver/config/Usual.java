package sweep4j.driver.config;

/** What holds where a key is left out. */
sealed interface Usual {

  /** For a table. */
  String words();

  /** It must not be left out. */
  record Required() implements Usual {
    @Override
    public String words() {
      return "required";
    }
  }

  /** The same as if {@code yaml} stood there. */
  record Same(String yaml) implements Usual {
    @Override
    public String words() {
      return "`" + yaml + "`";
    }
  }

  /** What depends on other keys, or on the data. */
  record Depends(String words) implements Usual {}

  static Usual required() {
    return new Required();
  }

  static Usual same(Object value) {
    return new Same(String.valueOf(value));
  }

  static Usual depends(String words) {
    return new Depends(words);
  }
}
