package org.daybook.itests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.BeforeClass;
import org.junit.Test;

/** The rules inside bundles, as their classes tell. */
public class ClassesTest {

  private static final String API = "org.daybook.api.";

  /** Values that every package of the contract may use; they know no other package. */
  private static final List<String> COMMON_GROUND =
      List.of("access", "directory", "error", "plugin");

  private static JavaClasses classes;

  @BeforeClass
  public static void readClasses() {
    classes = new ClassFileImporter().importPackages("org.daybook");
  }

  @Test
  public void classesOfEveryBundleAreRead() {
    for (BuiltBundle bundle : BuiltBundle.all()) {
      assertThat(classes.stream().map(JavaClass::getPackageName))
          .describedAs(
              "The symbolic name and the root package of %s say the same", bundle.symbolicName())
          .anySatisfy(name -> assertThat(name).startsWith(bundle.symbolicName()));
    }
  }

  @Test
  public void technologyStaysBehindItsWall() {
    for (Technology technology : Technology.values()) {
      noClasses()
          .that()
          .resideOutsideOfPackages(below(technology.bundles()))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(below(technology.packages()))
          .because(
              technology
                  + " stays behind one wall, in "
                  + technology.bundles()
                  + ", so that it can be replaced there")
          .check(classes);
    }
  }

  @Test
  public void pluginsNeverSeeTheStore() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.daybook.sources..",
            "org.daybook.sections..",
            "org.daybook.rendering..",
            "org.daybook.channels..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(API + "store..")
        .because(
            "sources are given an intake, sections a read-only view of one closed visit, renderers"
                + " and channels what they shall show or send")
        .check(classes);
  }

  @Test
  public void thePackagesOfTheContractHaveNoCycle() {
    slices()
        .matching("org.daybook.api.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a plugin author reads them in one order: task, diary, visit, report, delivery")
        .check(classes);
  }

  @Test
  public void nobodyInTheContractSeesTheStore() {
    noClasses()
        .that()
        .resideInAPackage(API + "*..")
        .and()
        .resideOutsideOfPackage(API + "store..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(API + "store..")
        .because("the store may see the values it stores, and they need no store")
        .check(classes);
  }

  @Test
  public void eachStepOfTheContractKnowsOnlyTheStepsBefore() {
    List<String> steps = List.of("task", "diary", "visit", "report", "delivery");
    noClasses()
        .that()
        .resideInAPackage(API + "plan..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(API + "report..", API + "delivery..")
        .because("plans make visits, and know nothing of what comes of them")
        .check(classes);
    noClasses()
        .that()
        .resideInAnyPackage(below(steps.stream().map(API::concat).toList()))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(API + "plan..")
        .because("a visit is the same whether it was planned or set by hand")
        .check(classes);
    for (int i = 0; i < steps.size(); i++) {
      List<String> later = steps.subList(i + 1, steps.size());
      if (!later.isEmpty()) {
        noClasses()
            .that()
            .resideInAPackage(API + steps.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later.stream().map(s -> API + s + "..").toArray(String[]::new))
            .because("work flows from task to delivery, and what comes first stands alone")
            .check(classes);
      }
    }
  }

  @Test
  public void sourcesOfTheContractKnowTasksOnly() {
    noClasses()
        .that()
        .resideInAPackage(API + "source..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(API + "diary..", API + "visit..", API + "report..", API + "delivery..")
        .because("a source brings signals; what becomes of them is not its business")
        .check(classes);
  }

  @Test
  public void nobodyReadsTheTimeWithoutTheClockService() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.daybook.itests..")
        .should(readTheMachinesClock())
        .because(
            "with the injected Clock tests set the time, and a test of midnight takes no night")
        .check(classes);
  }

  @Test
  public void onlyTheBundleThatRegistersTheClockMakesOne() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.daybook.core.jobs..", "org.daybook.itests..")
        .should(
            call(
                "make a system clock",
                target ->
                    target.getOwner().isEquivalentTo(java.time.Clock.class)
                        && target.getName().startsWith("system")))
        .because("one Clock service is the time for all")
        .check(classes);
  }

  @Test
  public void nobodyMakesThreads() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.daybook.itests..")
        .should(makeThreads())
        .because("threads are borrowed from executors, which give them back on deactivation")
        .check(classes);
  }

  @Test
  public void onlyTheShellPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.daybook.shell..", "org.daybook.itests..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("what an operator should know goes to the log")
        .check(classes);
  }

  @Test
  public void theCommonGroundOfTheContractKnowsNoStep() {
    noClasses()
        .that()
        .resideInAnyPackage(below(COMMON_GROUND.stream().map(API::concat).toList()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            API + "task..",
            API + "diary..",
            API + "visit..",
            API + "report..",
            API + "delivery..",
            API + "source..",
            API + "job..",
            API + "store..")
        .because("everybody uses these values, so they may use nobody")
        .check(classes);
  }

  /** Rules that nobody breaks look the same as rules that see nothing. */
  @Test
  public void theRulesOnTimeAndThreadsSeeWhatBreaksThem() {
    JavaClasses offenders = new ClassFileImporter().importClasses(Offender.class);
    assertThat(offences(readTheMachinesClock(), offenders)).hasSize(4);
    assertThat(offences(makeThreads(), offenders)).hasSize(1);
  }

  private static List<String> offences(ArchCondition<JavaClass> rule, JavaClasses offenders) {
    return noClasses().should(rule).evaluate(offenders).getFailureReport().getDetails();
  }

  /** Breaks the rules on time and threads in every way they know. */
  private static final class Offender implements Supplier<List<Object>> {
    private final Supplier<Instant> clock = Instant::now;

    @Override
    public List<Object> get() {
      return List.of(
          Instant.now(), new Date(), System.currentTimeMillis(), new Thread(() -> {}), clock);
    }
  }

  private static ArchCondition<JavaClass> readTheMachinesClock() {
    return call(
        "read the machine's clock",
        target ->
            isNow(target)
                || isCall(target, "java.lang.System", "currentTimeMillis")
                || isNoArgumentConstructor(target, "java.util.Date"));
  }

  private static ArchCondition<JavaClass> makeThreads() {
    return call(
        "make a thread",
        target ->
            target.getName().equals("<init>") && target.getOwner().isAssignableTo(Thread.class));
  }

  private static boolean isNow(CodeUnitAccessTarget target) {
    return target.getName().equals("now")
        && target.getOwner().getPackageName().startsWith("java.time")
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
  }

  private static boolean isCall(CodeUnitAccessTarget target, String type, String method) {
    return target.getOwner().getName().equals(type) && target.getName().equals(method);
  }

  private static boolean isNoArgumentConstructor(CodeUnitAccessTarget target, String type) {
    return isCall(target, type, "<init>") && target.getRawParameterTypes().isEmpty();
  }

  private static ArchCondition<JavaClass> call(
      String description, Predicate<CodeUnitAccessTarget> forbidden) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getCodeUnitCallsFromSelf().stream()
            .filter(access -> forbidden.test(access.getTarget()))
            .map(JavaAccess::getDescription)
            .forEach(text -> events.add(SimpleConditionEvent.satisfied(item, text)));
        item.getCodeUnitReferencesFromSelf().stream()
            .filter(reference -> forbidden.test(reference.getTarget()))
            .map(JavaAccess::getDescription)
            .forEach(text -> events.add(SimpleConditionEvent.satisfied(item, text)));
      }
    };
  }

  private static String[] below(List<String> roots) {
    return roots.stream().map(root -> root + "..").toArray(String[]::new);
  }

  private static String[] below(Set<String> roots) {
    return below(List.copyOf(roots));
  }
}
