package org.ostiary;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** Who may enter which room of the house; {@code docs/architecture.md} says it in words. */
@AnalyzeClasses(
        packages = {"org.ostiary.persistence", "org.ostiary.ejb", "org.ostiary.web"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String PERSISTENCE = "org.ostiary.persistence..";
    private static final String EJB = "org.ostiary.ejb..";
    private static final String WEB = "org.ostiary.web..";
    private static final String PROTOCOL = "org.ostiary.ejb.protocol..";

    // 1. The web knows the provider, the provider knows what is remembered, and never the other way round.

    @ArchTest
    static final ArchRule the_web_never_sees_what_is_remembered = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PERSISTENCE);

    @ArchTest
    static final ArchRule the_provider_does_not_know_how_it_is_reached = noClasses()
            .that()
            .resideInAPackage(EJB)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WEB);

    @ArchTest
    static final ArchRule what_is_remembered_does_not_know_what_it_is_for = noClasses()
            .that()
            .resideInAPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EJB, WEB);

    @ArchTest
    static final ArchRule the_web_uses_messages_of_the_provider_and_no_inner_workings = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat(resideInAPackage(EJB).and(not(aMessageOrAService())))
            .because("beyond services, records, enums, outcomes, refusals and the protocol's values it needs only"
                    + " JsonText, the bounds of JSON that strangers send, the form of the administration's bodies, the prepared bytes of public documents, and how long an administrator's password"
                    + " must be");

    private static DescribedPredicate<JavaClass> aMessageOrAService() {
        return describe(
                "a message or a service",
                type -> type.isRecord()
                        || type.isEnum()
                        || type.isInterface()
                        || type.isAnnotatedWith(Stateless.class)
                        || type.isAssignableTo(RuntimeException.class)
                        || resideInAPackage(PROTOCOL).test(type)
                        || resideInAPackage("org.ostiary.ejb.json")
                                .and(simpleNameEndingWith("JsonText").or(simpleNameEndingWith("BoundedJson")))
                                .test(type)
                        || resideInAPackage("org.ostiary.ejb.admin.body").test(type)
                        || type.getSimpleName().equals("PreparedDocument")
                        || type.getSimpleName().equals("PasswordRules"));
    }

    // 2. Each module has its own part of the platform.

    @ArchTest
    static final ArchRule the_provider_knows_neither_rest_nor_servlets_nor_faces = noClasses()
            .that()
            .resideInAnyPackage(EJB, PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "jakarta.faces..");

    @ArchTest
    static final ArchRule the_web_knows_neither_entities_nor_transactions = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "jakarta.transaction..", "javax.sql..");

    // 3. The protocol is plain Java.

    @ArchTest
    static final ArchRule the_protocol_is_plain_java = noClasses()
            .that()
            .resideInAPackage(PROTOCOL)
            .should()
            .dependOnClassesThat(not(resideInAnyPackage("java..", PROTOCOL, "org.jspecify.annotations"))
                    .and(not(belongToAnyOf(ApplicationException.class))))
            .because("a container must roll back on a refusal, and only the annotation tells it so in a WAR's library;"
                    + " jspecify only says what may be null");

    @ArchTest
    static final ArchRule only_refusals_of_the_protocol_know_the_container = classes()
            .that()
            .resideInAPackage(PROTOCOL)
            .and()
            .areAnnotatedWith(ApplicationException.class)
            .should()
            .beAssignableTo(RuntimeException.class);

    // 4. What is dangerous or replaceable is used in one place.

    @ArchTest
    static final ArchRule jose4j_stays_with_the_keys = noClasses()
            .that()
            .resideOutsideOfPackage("org.ostiary.ejb.keys")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jose4j..");

    @ArchTest
    static final ArchRule mail_leaves_by_one_package = noClasses()
            .that()
            .resideOutsideOfPackage("org.ostiary.ejb.mail")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.mail..");

    @ArchTest
    static final ArchRule the_entity_manager_stays_in_persistence = noClasses()
            .that()
            .resideOutsideOfPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule configuration_is_read_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackages("org.ostiary.ejb.config", "org.ostiary.persistence.datasource")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.config..")
            .because("the data source reads for itself: the server creates it before anything of ours runs");

    @ArchTest
    static final ArchRule libraries_stay_where_they_are_needed = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.ostiary.ejb.password", "org.ostiary.ejb.yaml", "org.ostiary.persistence.schema")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle..", "org.snakeyaml..", "org.flywaydb..");

    @ArchTest
    static final ArchRule directories_are_asked_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackages("org.ostiary.ejb.ldap", "org.ostiary.ejb.config")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.unboundid..")
            .because("the configuration only says at the start whether filters and names are some");

    @ArchTest
    static final ArchRule the_time_comes_from_the_injected_clock = noClasses()
            .that()
            .resideOutsideOfPackage("org.ostiary.ejb.config")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("SystemClock alone asks the system");

    @ArchTest
    static final ArchRule randomness_comes_from_secure_tokens = noClasses()
            .that()
            .resideOutsideOfPackage("org.ostiary.ejb.random")
            .should()
            .dependOnClassesThat(belongToAnyOf(SecureRandom.class, Random.class, ThreadLocalRandom.class))
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule whatever_the_provider_hands_out_comes_from_secure_tokens = noClasses()
            .that()
            .resideInAPackage(EJB)
            .and()
            .resideOutsideOfPackage("org.ostiary.ejb.random")
            .should()
            .callMethod(UUID.class, "randomUUID")
            .because("only names that guard nothing are made elsewhere: those of rows by entities, of requests by the"
                    + " web");

    // 5. Features form no cycle, and higher ones use lower ones.

    @ArchTest
    static final ArchRule features_of_the_provider_form_no_cycle =
            slices().matching("org.ostiary.ejb.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_of_the_web_form_no_cycle =
            slices().matching("org.ostiary.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_is_remembered_forms_no_cycle =
            slices().matching("org.ostiary.persistence.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_use_those_below_them_only = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(EJB)
            .layer("doors")
            .definedBy(packages(
                    "account",
                    "admin",
                    "authorize",
                    "stepup",
                    "token",
                    "userinfo",
                    "introspection",
                    "revocation",
                    "cleanup",
                    "logout",
                    "applications",
                    "discovery",
                    "reader",
                    "reset",
                    "cors",
                    "setup",
                    "registration",
                    "health",
                    "trail",
                    "watch",
                    "tryit",
                    "restore",
                    "lint",
                    "authelia",
                    "start"))
            .layer("doings")
            .definedBy(packages(
                    "authn",
                    "consent",
                    "ending",
                    "grant",
                    "hint",
                    "issue",
                    "policy",
                    "regulation",
                    "session",
                    "factor",
                    "webauthn",
                    "client",
                    "interaction",
                    "notice",
                    "recent",
                    "refusal",
                    "rights"))
            .layer("things")
            .definedBy(packages(
                    "accounts",
                    "source",
                    "identitystore",
                    "ldap",
                    "claims",
                    "definition",
                    "subject",
                    "keys",
                    "secret",
                    "json",
                    "mail",
                    "once",
                    "audit",
                    "outbound"))
            .layer("ground")
            .definedBy(packages("config", "meter", "random", "visit", "password", "language", "yaml", "protocol"))
            .whereLayer("doors")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("doings")
            .mayOnlyBeAccessedByLayers("doors")
            .whereLayer("things")
            .mayOnlyBeAccessedByLayers("doors", "doings")
            .ensureAllClassesAreContainedInArchitectureIgnoring(not(resideInAPackage(EJB)));

    private static String[] packages(String... features) {
        return Arrays.stream(features)
                .map(feature -> "org.ostiary.ejb." + feature + "..")
                .toArray(String[]::new);
    }

    // Nobody calls an address that a stranger gave but those who must (W25).

    @ArchTest
    static final ArchRule only_guarded_calls_leave_the_house = noClasses()
            .that()
            .resideOutsideOfPackages("org.ostiary.ejb.outbound..", "org.ostiary.ejb.ldap..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.net\\.(Socket|ServerSocket|DatagramSocket|URLConnection|HttpURLConnection|http\\..*)"
                            + "|java\\.nio\\.channels\\.[A-Za-z]*SocketChannel|javax\\.net\\..*|jakarta\\.ws\\.rs\\.client\\..*")
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection");

    @ArchTest
    static final ArchRule keys_sectors_requests_and_logouts_alone_are_fetched_or_sent = classes()
            .that()
            .haveSimpleName("GuardedHttp")
            .should()
            .onlyHaveDependentClassesThat()
            .haveNameMatching("org\\.ostiary\\.ejb\\.outbound\\..*"
                    + "|.*\\.(ClientKeySets|PublishedKeys|SectorCheck|RequestObjectReading|LogoutCall)");

    // 6. Services are the only boundaries of transactions, and the only beans of the provider the web is given.

    @ArchTest
    static final ArchRule stateless_beans_are_called_services =
            classes().that().areAnnotatedWith(Stateless.class).should().haveSimpleNameEndingWith("Service");

    @ArchTest
    static final ArchRule what_is_called_a_service_is_a_stateless_bean =
            classes().that().haveSimpleNameEndingWith("Service").should().beAnnotatedWith(Stateless.class);

    @ArchTest
    static final ArchRule the_web_is_given_services_and_configuration = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage(WEB)
            .and()
            .areAnnotatedWith(Inject.class)
            .should()
            .haveRawType(resideInAnyPackage(WEB, "jakarta..")
                    .or(annotatedWith(Stateless.class).forSubtype())
                    .or(describe("a record", JavaClass::isRecord)));

    // 7. Pages and resources go home: none knows another.

    @ArchTest
    static final ArchRule pages_never_know_one_another =
            slices().assignedFrom(new PagesOfTheWeb()).should().notDependOnEachOther();

    private static final class PagesOfTheWeb implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            boolean page = name.startsWith("org.ostiary.web.")
                    && type.getPackage().getClasses().stream()
                            .anyMatch(
                                    each -> each.getSimpleName().endsWith("Page") && each.isAnnotatedWith(Named.class));
            return page ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages with a page";
        }
    }

    // 8. Beans, messages and entities are different things.

    @ArchTest
    static final ArchRule no_bean_implements_a_sealed_interface = noClasses()
            .that(beans())
            .should(be(describe(
                    "implementing a sealed interface",
                    type -> type.getAllRawInterfaces().stream()
                            .anyMatch(each -> each.reflect().isSealed()))))
            .because("the container's proxies would not be permitted");

    @ArchTest
    static final ArchRule no_record_is_an_entity_or_a_bean = noClasses()
            .that(describe("are records", JavaClass::isRecord))
            .should(be(beans().or(annotatedWith(Entity.class).forSubtype())));

    private static DescribedPredicate<JavaClass> beans() {
        return annotatedWith(Stateless.class)
                .or(annotatedWith(ApplicationScoped.class))
                .or(annotatedWith(RequestScoped.class))
                .or(annotatedWith(Dependent.class))
                .or(annotatedWith(Named.class))
                .or(annotatedWith(jakarta.ejb.Singleton.class))
                .or(annotatedWith(jakarta.inject.Singleton.class))
                .forSubtype();
    }

    // Names say what a thing is, and packages what they own.

    @ArchTest
    static final ArchRule resources_are_called_so =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule nothing_has_a_name_that_says_nothing = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Handler|Helper|Utils?|DTO|Dto)")
            .orShould()
            .haveNameMatching(".*\\.(util|utils|helper|helpers|common|impl|misc)\\..*");

    @ArchTest
    static final ArchRule every_package_says_what_it_owns_and_what_may_be_null = classes()
            .that()
            .haveSimpleNameNotEndingWith("package-info")
            .should(be(describe(
                    "in a package with a null-marked package-info",
                    type -> type.getPackage()
                            .tryGetPackageInfo()
                            .map(info -> info.isAnnotatedWith(NullMarked.class))
                            .orElse(false))));
}
