package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep file is data: what could grow, or construct an object, is refused before it is read. */
class YamlTreeTest {
  private static final String ANCHORS =
      "anchors and aliases (&name, *name) are not understood; write the value out";

  private final Problems problems = new Problems();

  private @Nullable Node parse(String text) {
    return YamlTree.parse(text, Origin.file("f.yaml"), problems);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &s 7",
        "a: *s",
        "&k a: 1",
        "'é😀': &s 7",
        "a: [b, &x 1]",
        "a: &m {b: 1}",
        "a: &m\n  b: 1",
        "a: &l [1]",
        "&m {b: 1}",
        "&r 7",
        "a: &n",
        "a: &s 'quoted'",
        "a: &s |\n  block"
      })
  void refusesAnchorsWhereverTheyStand(String text) {
    parse(text);
    assertThatThrownBy(problems::throwIfAny).hasMessage("f.yaml:1: " + ANCHORS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: !t 7", "a: !t {b: 1}", "a: [!t [1]]", "!t a: 7", "a: !t", "a: !t 'x'"})
  void refusesTagsWhereverTheyStand(String text) {
    parse(text);
    assertThatThrownBy(problems::throwIfAny)
        .hasMessage("f.yaml:1: tags are not understood; write the value without !t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: '&s'", "a: \"!t\"", "a: x & y", "a: b*c", "a: 'é😀'\nb: x!", "a: |\n  &b"})
  void takesTheirSignsAsTextInsideText(String text) throws SweepFileException {
    assertThat(parse(text)).isInstanceOf(Node.Mapping.class);
    problems.throwIfAny();
  }

  @Test
  void aBombOfAliasesIsOneProblem() {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    parse(bomb.toString());
    assertThatThrownBy(problems::throwIfAny).hasMessage("f.yaml:1: " + ANCHORS);
  }

  @Test
  void keepsPlaces() {
    var root = (Node.Mapping) parse("# comment\na:\n  - 1\n  -  two\n");
    Node.Entry entry = root == null ? null : root.entries().get("a");
    assertThat(entry).isNotNull();
    assertThat(entry.keyPlace().line()).isEqualTo(2);
    Node two = ((Node.Sequence) entry.value()).items().get(1);
    assertThat(two.place().line()).isEqualTo(4);
    assertThat(two.place().column()).isEqualTo(6);
  }

  /** The parser alone would take minutes over this, or exhaust the stack. */
  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "!t ["})
  void refusesDepthAtOnce(String open) {
    parse(open.repeat(100_000));
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageEndingWith("f.yaml:1: a sweep file must nest at most 16 levels deep");
  }
}
