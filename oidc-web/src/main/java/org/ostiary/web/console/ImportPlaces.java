package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.body.RecordJson;
import org.ostiary.ejb.admin.body.RequestJson;
import org.ostiary.ejb.admin.transfer.AdminAutheliaService;
import org.ostiary.ejb.admin.transfer.AdminImportService;
import org.ostiary.ejb.admin.transfer.AdminSubjectService;
import org.ostiary.ejb.admin.transfer.AutheliaImportOrder;
import org.ostiary.ejb.admin.transfer.AutheliaImportView;
import org.ostiary.ejb.admin.transfer.ImportLine;
import org.ostiary.ejb.admin.transfer.ImportResult;
import org.ostiary.ejb.admin.transfer.ProviderDocument;
import org.ostiary.ejb.admin.transfer.SubjectImportOrder;
import org.ostiary.ejb.admin.transfer.SubjectImportView;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.web.console.ImportModel.Comparison;
import org.ostiary.web.console.ImportModel.Line;

/** Bringing in what an export or Authelia wrote: first it is compared, then a job does it. */
@ApplicationScoped
public class ImportPlaces implements Subject {

    private static final String DOCUMENT = "document";
    private static final String SUBJECTS = "subjects";
    private static final String AUTHELIA = "authelia";

    @Inject
    AdminImportService imports;

    @Inject
    AdminSubjectService subjects;

    @Inject
    AdminAutheliaService authelia;

    @Override
    public void enter(PlaceTable table) {
        table.shows(Place.PREPARE_IMPORT, call -> new ImportModel(DOCUMENT, "", null, List.of()));
        table.answers(Place.PREVIEW_IMPORT, this::compare);
        table.answers(Place.IMPORT, this::order);
    }

    private Outcome compare(PlaceCall call) {
        try {
            Comparison comparison = compared(call);
            return new Outcome.Shown(
                    Place.PREPARE_IMPORT,
                    new ImportModel(call.require("kind"), call.requireText(), comparison, List.of()),
                    null);
        } catch (AdminRefusal refusal) {
            return again(call, refusal);
        }
    }

    private Outcome order(PlaceCall call) {
        try {
            String job = ordered(call);
            if (job == null) {
                throw AdminRefusal.malformed("There is nothing in it to bring in");
            }
            return new Outcome.Done(JobPlaces.page(job));
        } catch (AdminRefusal refusal) {
            return again(call, refusal);
        }
    }

    private static Outcome again(PlaceCall call, AdminRefusal refusal) {
        List<String> wrong = new ArrayList<>(List.of(refusal.detail()));
        wrong.addAll(refusal.mistakes());
        ImportModel model =
                new ImportModel(call.text("kind"), Objects.requireNonNullElse(call.uploaded(), ""), null, wrong);
        return new Outcome.Shown(Place.PREPARE_IMPORT, model, Refused.of(refusal));
    }

    private Comparison compared(PlaceCall call) {
        return switch (call.require("kind")) {
            case DOCUMENT -> compared(imports.take(call.administrator(), document(call), true, false));
            case SUBJECTS ->
                compared(subjects.take(call.administrator(), new SubjectImportOrder(call.requireText(), true, false)));
            case AUTHELIA ->
                compared(authelia.take(call.administrator(), new AutheliaImportOrder(call.requireText(), true, false)));
            default -> throw otherKind();
        };
    }

    private @Nullable String ordered(PlaceCall call) {
        return switch (call.require("kind")) {
            case DOCUMENT ->
                imports.take(call.administrator(), document(call), false, true).job();
            case SUBJECTS ->
                subjects.take(call.administrator(), new SubjectImportOrder(call.requireText(), false, true))
                        .job();
            case AUTHELIA ->
                authelia.take(call.administrator(), new AutheliaImportOrder(call.requireText(), false, true))
                        .job();
            default -> throw otherKind();
        };
    }

    private static AdminRefusal otherKind() {
        return AdminRefusal.malformed("The parameter kind must be one of those to choose from");
    }

    private static ProviderDocument document(PlaceCall call) {
        return BoundedJson.read(call.requireText())
                .map(json -> RequestJson.read(ProviderDocument.class, json))
                .orElseThrow(() -> AdminRefusal.malformed("The text must be one JSON object, as an export has it"));
    }

    private static Comparison compared(ImportResult result) {
        return Comparison.of(
                result.lines().stream().map(ImportPlaces::line).toList(), result.unchanged(), result.subjects());
    }

    private static Comparison compared(AutheliaImportView result) {
        return Comparison.of(
                Stream.concat(
                                result.clients().stream().map(ImportPlaces::line),
                                result.left().stream().map(left -> new Line(left.option(), "left", left.reason())))
                        .toList(),
                result.unchanged(),
                0);
    }

    private static Line line(ImportLine line) {
        String changes = line.changes().stream()
                .map(change -> change.part() + ": " + shown(change.before()) + " → " + shown(change.after()))
                .collect(Collectors.joining("; "));
        String reason = line.reason();
        String text = Stream.of(changes, Objects.requireNonNullElse(reason, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return new Line(RecordJson.word(line.kind()) + " " + line.name(), RecordJson.word(line.outcome()), text);
    }

    private static String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "–");
    }

    private static Comparison compared(SubjectImportView result) {
        return Comparison.of(
                result.conflicts().stream()
                        .map(conflict -> new Line(
                                conflict.username() + " in " + conflict.sector(), "refused", conflict.reason()))
                        .toList(),
                result.unchanged(),
                result.bound() + result.waiting());
    }
}
