package org.ostiary.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.admin.delivery.DeliveryView;
import org.ostiary.ejb.admin.fix.FixKind;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobView;
import org.ostiary.ejb.admin.keys.KeyView;
import org.ostiary.ejb.admin.overview.Concern;
import org.ostiary.ejb.admin.people.SecondFactorView;
import org.ostiary.ejb.admin.preview.DryRunResult;
import org.ostiary.ejb.admin.preview.SupposedSession;
import org.ostiary.ejb.config.DefinitionKind;
import org.ostiary.ejb.protocol.client.AdministrationRole;

@DisplayName("Every word that these pages say exists, and none besides")
class ConsoleWordsTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path WORDS = Path.of("src/main/resources/org/ostiary/web/admin.properties");
    private static final Pattern KEY = Pattern.compile("word\\['([^']+)'\\]");

    @Test
    void wordsAreThoseThatAreUsed() throws IOException {
        Set<String> used = new TreeSet<>(constants());
        for (Path view : views()) {
            KEY.matcher(Files.readString(view)).results().forEach(found -> used.add(found.group(1)));
        }
        Properties there = new Properties();
        try (Reader reader = Files.newBufferedReader(WORDS)) {
            there.load(reader);
        }
        assertThat(there.stringPropertyNames().stream().filter(name -> !name.startsWith("fix.")))
                .containsExactlyInAnyOrderElementsOf(used);
        assertThat(there.stringPropertyNames()).contains("fix.client", "fix.expected", "fix.section");
    }

    @Test
    void placeholdersAreFilledIn() {
        assertThat(ConsoleWords.word("fix.expected", "shop", "scope", "one of: openid"))
                .isEqualTo("Let shop send scope as it is expected: one of: openid.");
    }

    private static Set<String> constants() {
        List<String> keys = new ArrayList<>();
        keys.addAll(of("concern", Concern.values()));
        keys.addAll(of("concern.look", Concern.values()));
        keys.addAll(of("concern.link", Concern.values()));
        keys.addAll(of("state", constantsOf(DeliveryView.class, "state")));
        keys.addAll(of("channel", constantsOf(DeliveryView.class, "channel")));
        keys.addAll(of("key", constantsOf(KeyView.class, "state")));
        keys.addAll(of("role", AdministrationRole.values()));
        keys.addAll(of("source", ClientSource.values()));
        keys.addAll(of("repair.kind", FixKind.values()));
        keys.addAll(of("section", Section.values()));
        keys.addAll(of("job.kind", JobKind.values()));
        keys.addAll(of("job.state", constantsOf(JobView.class, "state")));
        keys.addAll(of("factor", constantsOf(SecondFactorView.class, "kind")));
        keys.addAll(of("supposed", SupposedSession.values()));
        keys.addAll(of("outcome.dry", constantsOf(DryRunResult.class, "outcome")));
        keys.addAll(of("page", constantsOf(DryRunResult.class, "page")));
        Stream.of("id_token", "userinfo", "access_token", "introspection")
                .forEach(place -> keys.add("claims.in." + place));
        keys.addAll(of("target", RevocationModel.TARGETS.toArray(Enum<?>[]::new)));
        ClientForm.FIELDS.keySet().forEach(name -> keys.addAll(List.of("field." + name, "field." + name + ".hint")));
        DefinitionForm.FIELDS
                .values()
                .forEach(fields -> fields.keySet()
                        .forEach(name -> keys.addAll(List.of("field." + name, "field." + name + ".hint"))));
        for (String prefix : List.of("kind", "kind.hint", "new", "title", "others")) {
            keys.addAll(of("definition." + prefix, DefinitionKind.values()));
        }
        Stream.of("create", "change", "count").forEach(what -> keys.add("definition.submit." + what));
        keys.addAll(List.of("form.wrong", "form.line", "form.taken", "form.twice"));
        Stream.of(Place.values())
                .filter(place -> !place.reads() && !place.isFile())
                .forEach(place -> keys.add("done." + place.id()));
        Stream.of(400, 401, 403, 404, 409, 412, 428).forEach(status -> keys.add("refused." + status));
        return Set.copyOf(keys);
    }

    private static List<String> of(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> prefix + "." + constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Of types that the web does not see. */
    private static Enum<?>[] constantsOf(Class<? extends Record> view, String component) {
        return Arrays.stream(view.getRecordComponents())
                .filter(each -> each.getName().equals(component))
                .map(each -> (Enum<?>[]) each.getType().getEnumConstants())
                .findFirst()
                .orElseThrow();
    }

    private static Set<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.getFileName().toString().startsWith("admin"))
                    .filter(file -> file.toString().endsWith(".xhtml"))
                    .collect(Collectors.toSet());
        }
    }
}
