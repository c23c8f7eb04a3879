package io.zizhi.qualification.precheck.rule.document;

import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.WrittenName;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.DocumentChecks;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that photos of an approved form are kept only for the person they were approved for. It fails and does not
 * only warn: a reviewer found that these photos show another name or number, and uploading the right ones resolves it.
 * Photos are compared by their bytes, so the same picture uploaded again is recognised.
 */
@Singleton
public class PhotosOfPerson implements Rule {

    static final RuleCode ID_PHOTO_OF_ANOTHER_PERSON = new RuleCode(
            "ID_PHOTO_OF_ANOTHER_PERSON",
            "姓名或证件号码已更改，但仍使用原审核通过人员的证件照片，请上传现填人员的证件照片。",
            "Name or id number has changed, but the photo was approved for another person: upload photos of this person's id document.");

    @Override
    public List<RuleCode> codes() {
        return List.of(ID_PHOTO_OF_ANOTHER_PERSON);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return form.persons().stream()
                .filter(person -> person.name() != null && person.idNumber() != null)
                .flatMap(person -> Stream.of(
                                judge(person, person.emblemDocumentId(), "/emblemDocumentId", facts),
                                judge(person, person.portraitDocumentId(), "/portraitDocumentId", facts))
                        .flatMap(Optional::stream))
                .toList();
    }

    /** Returns nothing for a photo that no approved person has. */
    private static Optional<Outcome> judge(IdentifiedPerson person, @Nullable String photo, String field, Facts facts) {
        List<IdentifiedPerson> shown = facts.account().approvedPersons().stream()
                .filter(other -> photo != null
                        && other.photos()
                                .anyMatch(approved -> DocumentChecks.areIdentical(photo, approved, facts.documents())))
                .toList();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(ID_PHOTO_OF_ANOTHER_PERSON.check(
                        shown.stream().anyMatch(other -> same(person, other)), person.pointer() + field));
    }

    private static boolean same(IdentifiedPerson one, IdentifiedPerson other) {
        return one.normalisedIdNumber().equals(other.normalisedIdNumber())
                && WrittenName.same(nameOf(one), nameOf(other));
    }

    private static String nameOf(IdentifiedPerson person) {
        return Optional.ofNullable(person.name())
                .map(PersonName::reveal)
                .map(String::strip)
                .orElse("");
    }
}
