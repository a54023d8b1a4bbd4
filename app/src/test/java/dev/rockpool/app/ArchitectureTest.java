package dev.rockpool.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The layers of Rockpool, told readably. Maven keeps most of them by the absence of a dependency; each rule says why
/// it is there.
class ArchitectureTest {
    private static final List<String> SCREENS =
            List.of("today", "document", "study", "quiz", "costs", "statistics", "planning", "presenter", "settings");
    private static final JavaClasses ROCKPOOL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rockpool");

    private static void check(ArchRule rule) {
        rule.check(ROCKPOOL);
    }

    @Test
    void onlyTheAppKnowsTheToolkit() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.rockpool..")
                .and()
                .resideOutsideOfPackage("dev.rockpool.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("engines, content and study run without a screen: in tests, on a server, from a script"));
    }

    @Test
    void theCommandLineStartsWithoutTheToolkit() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.rockpool.app.command..")
                .or()
                .haveFullyQualifiedName("dev.rockpool.app.Main")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
                .because("a script must not pay for loading a toolkit that it never shows"));
    }

    @Test
    void viewModelsAreTestedWithoutAToolkit() {
        check(noClasses()
                .that(areViewModels())
                .should()
                .dependOnClassesThat(areToolkitBeyondBeans())
                .because("a view model that touches a node can only be tested with a window"));
    }

    @Test
    void thereAreNoCyclesBetweenPackages() {
        check(slices().matching("dev.rockpool.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other cannot be understood, tested or moved one at a time"));
    }

    @Test
    void sqlStaysInRepositoriesAndTheDatabase() {
        check(noClasses()
                .that(areNeitherDatabaseNorRepositories())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.h2.jdbc..")
                .because("a table is read and written in one place, a repository of the module that owns it"));
    }

    @Test
    void screensDoNotKnowEachOther() {
        for (String screen : SCREENS) {
            check(noClasses()
                    .that()
                    .resideInAPackage("dev.rockpool.app." + screen + "..")
                    .should()
                    .dependOnClassesThat(areInAnotherScreenThan(screen))
                    .allowEmptyShould(true)
                    .because("what lies in another screen is reached by its Place"));
        }
    }

    @Test
    void packagesSayWhatTheyAreFor() {
        check(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..manager..", "..impl..", "..helper..")
                .because("a package is named after a noun of the field"));
    }

    @Test
    void nobodyReadsTheClockBehindOnesBack() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.rockpool.app.command..")
                .and()
                .doNotHaveFullyQualifiedName("dev.rockpool.app.Main")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callConstructor(java.util.Random.class)
                .because("time and randomness come in through constructors, so that every run can be repeated"));
    }

    @Test
    void viewsAreClosedForExtension() {
        check(classes()
                .that()
                .resideInAPackage("dev.rockpool.app..")
                .and()
                .haveSimpleNameEndingWith("View")
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .because("views are composed, not inherited from"));
    }

    private static DescribedPredicate<JavaClass> areViewModels() {
        return DescribedPredicate.describe(
                "are view models",
                type -> type.getPackageName().startsWith("dev.rockpool.app")
                        && (type.getSimpleName().endsWith("ViewModel")
                                || type.getPackageName().equals("dev.rockpool.app.task")
                                || type.getPackageName().equals("dev.rockpool.app.preference")));
    }

    /// The study module keeps its tables in package-private classes of its root package; SQLite has one class, and so
    /// has DuckDB.
    private static DescribedPredicate<JavaClass> areNeitherDatabaseNorRepositories() {
        return DescribedPredicate.describe(
                "are neither database nor repositories",
                type -> !type.getPackageName().startsWith("dev.rockpool.database")
                        && !type.getPackageName().equals("dev.rockpool.study")
                        && !type.getName().startsWith("dev.rockpool.study.anki.SqliteFile")
                        && !type.getName().matches("dev\\.rockpool\\.costmodel\\.fleet\\.Inventory(\\$.*)?")
                        && !type.getSimpleName().endsWith("Repository"));
    }

    private static DescribedPredicate<JavaClass> areToolkitBeyondBeans() {
        return DescribedPredicate.describe("are toolkit classes beyond beans, collections and util", type -> {
            String name = type.getPackageName();
            return name.startsWith("javafx.")
                    && !name.startsWith("javafx.beans")
                    && !name.startsWith("javafx.collections")
                    && !name.startsWith("javafx.util");
        });
    }

    private static DescribedPredicate<JavaClass> areInAnotherScreenThan(String screen) {
        return DescribedPredicate.describe("are in another screen than " + screen, type -> {
            String name = type.getPackageName();
            return SCREENS.stream()
                    .filter(other -> !other.equals(screen))
                    .anyMatch(other -> name.equals("dev.rockpool.app." + other)
                            || name.startsWith("dev.rockpool.app." + other + "."));
        });
    }
}
