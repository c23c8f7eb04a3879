package io.zizhi.qualification.catalogue.listing;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.Parameters;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.form.TextLimits;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which qualifications are listed and how; used as a {@code @BeanParam}. */
public class ListParameters {

    private static final int MAX_COMPANY = 150;
    private static final int MAX_PERSON = 50;
    private static final int MAX_DAYS = 36_500;

    @Parameter(
            description = "Only those that stand there; several may be named.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = QualificationStatus.class))
    @QueryParam("status")
    List<String> status = List.of();

    @Parameter(description = "Only those for it.", schema = @Schema(implementation = Purpose.class))
    @QueryParam("purpose")
    @Nullable
    String purpose;

    @Parameter(
            description = "Only those whose signatures such a body owns.",
            schema = @Schema(implementation = OwnerType.class))
    @QueryParam("ownerType")
    @Nullable
    String ownerType;

    @Parameter(
            description = "Only those whose name contains this, in any case.",
            schema = @Schema(maxLength = Particulars.MAX_NAME))
    @QueryParam("name")
    @Nullable
    String name;

    @Parameter(
            description = "Only those whose owner's name contains this, in any case.",
            schema = @Schema(maxLength = MAX_COMPANY))
    @QueryParam("company")
    @Nullable
    String company;

    @Parameter(
            description = "Only those whose legal representative has exactly this name.",
            schema = @Schema(maxLength = MAX_PERSON))
    @QueryParam("legalPerson")
    @Nullable
    String legalPerson;

    @Parameter(
            description = "Only the one that has, or had before, this work order.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    @QueryParam("workOrder")
    @Nullable
    String workOrder;

    @Parameter(
            description =
                    "Only those of which a certificate, an id document or the letter ends within so many days, or has ended.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "0", maximum = "36500"))
    @QueryParam("expiringWithinDays")
    @Nullable
    String expiringWithinDays;

    @Parameter(
            description = "By what they are sorted; without it by when they were drafted, or by what expires next where"
                    + " that is asked for.",
            schema = @Schema(implementation = ListSort.class))
    @QueryParam("sort")
    @Nullable
    String sort;

    @Parameter(
            description = "Which end comes first; without it the newest, the first name, the next to expire.",
            schema = @Schema(implementation = ListSort.Direction.class))
    @QueryParam("direction")
    @Nullable
    String direction;

    Set<QualificationStatus> statuses() {
        if (status.isEmpty()) {
            return EnumSet.allOf(QualificationStatus.class);
        }
        Set<QualificationStatus> asked = EnumSet.noneOf(QualificationStatus.class);
        status.forEach(each -> asked.add(statusOf(each)));
        return asked;
    }

    private static QualificationStatus statusOf(String name) {
        return Arrays.stream(QualificationStatus.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest("STATUS_UNKNOWN", "?status", "There is no such status."));
    }

    Set<Purpose> purposes() {
        Purpose asked = Parameters.oneOf(Purpose.class, "?purpose", purpose);
        return asked == null ? EnumSet.allOf(Purpose.class) : EnumSet.of(asked);
    }

    Set<OwnerType> ownerTypes() {
        OwnerType asked = Parameters.oneOf(OwnerType.class, "?ownerType", ownerType);
        return asked == null ? EnumSet.allOf(OwnerType.class) : EnumSet.of(asked);
    }

    @Nullable
    String name() {
        return text("?name", name, Particulars.MAX_NAME);
    }

    @Nullable
    String company() {
        return text("?company", company, MAX_COMPANY);
    }

    @Nullable
    String legalPerson() {
        return text("?legalPerson", legalPerson, MAX_PERSON);
    }

    @Nullable
    Long workOrder() {
        return Parameters.number("?workOrder", workOrder);
    }

    @Nullable
    Integer days() {
        Long days = Parameters.number("?expiringWithinDays", expiringWithinDays);
        if (days != null && days > MAX_DAYS) {
            throw Problems.badRequest(
                    "PARAMETER_INVALID", "?expiringWithinDays", "Send a whole number up to " + MAX_DAYS + ".");
        }
        return days == null ? null : days.intValue();
    }

    ListOrder order() {
        ListSort asked = Objects.requireNonNullElse(
                Parameters.oneOf(ListSort.class, "?sort", sort),
                expiringWithinDays == null ? ListSort.CREATED : ListSort.EXPIRES);
        return new ListOrder(
                asked,
                Objects.requireNonNullElse(
                        Parameters.oneOf(ListSort.Direction.class, "?direction", direction), asked.usual()));
    }

    /** What is blank asks for nothing. */
    private static @Nullable String text(String pointer, @Nullable String text, int max) {
        if (text == null) {
            return null;
        }
        TextLimits.codeOf(text, max, false).ifPresent(code -> {
            throw Problems.badRequest(code, pointer, "No qualification can have that.");
        });
        return text.isBlank() ? null : text.strip();
    }
}
