package org.ostiary.ejb.admin.lint;

import static java.util.Comparator.comparing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.PageKey;
import org.ostiary.ejb.lint.LintService;
import org.ostiary.ejb.protocol.lint.LintGrade;
import org.ostiary.ejb.protocol.lint.LintReport;

/** Grades of the enabled clients, for administrators; the memory of the node is looked at, no database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AdminLintService {

    @Inject
    LintService lint;

    /** One enabled client. */
    public LintView show(String clientId) {
        return lint.grade(clientId).map(LintView::of).orElseThrow(() -> AdminRefusal.unknown("client that is enabled"));
    }

    /**
     * A page of them.
     *
     * @param after the identifier of the last one of the page before; null for the first page
     */
    public LintPage page(@Nullable String after, int limit) {
        int most = PageKey.limit(limit);
        List<LintReport> all =
                lint.gradeAll().stream().sorted(comparing(LintReport::clientId)).toList();
        List<LintReport> rest = all.stream()
                .filter(report -> after == null || report.clientId().compareTo(after) > 0)
                .toList();
        List<LintView> shown = rest.stream().limit(most).map(LintView::of).toList();
        return new LintPage(
                grades(all), shown, rest.size() > most ? shown.get(most - 1).clientId() : null);
    }

    private static Map<String, Integer> grades(List<LintReport> all) {
        Map<String, Integer> grades = new TreeMap<>();
        for (LintGrade grade : LintGrade.values()) {
            grades.put(grade.name().toLowerCase(Locale.ROOT), 0);
        }
        all.forEach(report -> grades.merge(report.grade().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return grades;
    }
}
