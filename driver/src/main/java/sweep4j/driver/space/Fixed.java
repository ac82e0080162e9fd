package sweep4j.driver.space;

import sweep4j.trial.ParameterValue;

/** One value for all trials. It takes no dimension of the search space. */
public record Fixed(ParameterValue value) implements Domain {

  @Override
  public ParameterValue at(double unit) {
    Units.requireUnit(unit);
    return value;
  }

  @Override
  public boolean contains(ParameterValue value) {
    return value.equals(this.value);
  }

  @Override
  public double unitOf(ParameterValue value) {
    Units.requireMember(value, this);
    return unitOfLevel(0);
  }

  @Override
  public int levels() {
    return 1;
  }

  @Override
  public boolean ordered() {
    return false;
  }
}
