package org.ostiary.ejb.admin.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.body.RecordJson;

/**
 * A document in parts, each a small document of its own, so that each can be brought in by itself. The subject identifiers of an
 * account stand in its part, because a new account is made with them.
 */
final class DocumentParts {

    /** Of clients fewer, since judging one may ask its own server. */
    private static final int CLIENTS = 5;

    private static final int ACCOUNTS = 50;
    private static final int SUBJECTS = 500;

    /** What finds room in the database when it is sealed. */
    private static final int LONGEST = 500_000;

    private DocumentParts() {}

    /**
     * The parts as JSON, in the order in which they are brought in.
     *
     * @throws AdminRefusal for entries that are longer than any that would be taken
     */
    static List<String> of(ProviderDocument document) {
        List<String> parts = new ArrayList<>();
        if (!document.defined().isEmpty()) {
            parts.add(text(document.ofDefinitions()));
        }
        pages(document.clients(), CLIENTS).forEach(page -> parts.add(text(document.with(page, List.of(), List.of()))));
        Map<String, List<SubjectEntry>> byName = document.subjects().stream()
                .collect(Collectors.groupingBy(each -> key(each.username()), LinkedHashMap::new, Collectors.toList()));
        for (List<AccountEntry> page : pages(document.accounts(), ACCOUNTS)) {
            List<SubjectEntry> own = new ArrayList<>();
            page.forEach(each -> {
                List<SubjectEntry> its = byName.remove(key(each.username()));
                own.addAll(its == null ? List.of() : its);
            });
            parts.add(text(document.with(List.of(), page, own)));
        }
        List<SubjectEntry> others =
                byName.values().stream().flatMap(List::stream).toList();
        pages(others, SUBJECTS).forEach(page -> parts.add(text(document.with(List.of(), List.of(), page))));
        return parts;
    }

    /** A name that no account can have stands for itself, and is refused with its entry. */
    private static String key(String username) {
        return UsernameKey.find(username).orElse(username);
    }

    private static <T extends Record> List<List<T>> pages(List<T> entries, int most) {
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += most) {
            pages.add(entries.subList(from, Math.min(entries.size(), from + most)));
        }
        return pages;
    }

    private static String text(ProviderDocument part) {
        String text = RecordJson.write(part);
        if (text.length() > LONGEST) {
            throw AdminRefusal.malformed("The document has an entry that is longer than any that would be taken");
        }
        return text;
    }
}
