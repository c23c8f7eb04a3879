package io.zizhi.qualification.catalogue.listing.query;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.TextLimits;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import io.zizhi.qualification.model.qualification.Restriction;
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

/** The query parameters of lists and exports; used as a {@code @BeanParam}. */
public class ListParameters {

    private static final int MAX_COMPANY = 150;
    private static final int MAX_PERSON = 50;
    private static final int MAX_DAYS = 36_500;

    @Parameter(
            description = "Filter by status; may be given several times.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = QualificationStatus.class))
    @QueryParam("status")
    List<String> status = List.of();

    @Parameter(description = "Filter by restriction.", schema = @Schema(implementation = Restriction.class))
    @QueryParam("restriction")
    @Nullable
    String restriction;

    @Parameter(description = "Filter by purpose.", schema = @Schema(implementation = Purpose.class))
    @QueryParam("purpose")
    @Nullable
    String purpose;

    @Parameter(description = "Filter by owner type.", schema = @Schema(implementation = OwnerType.class))
    @QueryParam("ownerType")
    @Nullable
    String ownerType;

    @Parameter(
            description = "Filter by part of the name, ignoring case.",
            schema = @Schema(maxLength = QualificationForm.MAX_NAME))
    @QueryParam("name")
    @Nullable
    String name;

    @Parameter(
            description = "Filter by part of the owner's name, ignoring case.",
            schema = @Schema(maxLength = MAX_COMPANY))
    @QueryParam("company")
    @Nullable
    String company;

    @Parameter(
            description = "Filter by the exact name of the legal representative.",
            schema = @Schema(maxLength = MAX_PERSON))
    @QueryParam("legalRepresentative")
    @Nullable
    String legalRepresentative;

    @Parameter(
            description = "Find the qualification that has or had this work order.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    @QueryParam("workOrder")
    @Nullable
    String workOrder;

    @Parameter(
            description = "Filter by expiry: a certificate, an id document or the letter expires within this many days,"
                    + " or has expired.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "0", maximum = "36500"))
    @QueryParam("expiringWithinDays")
    @Nullable
    String expiringWithinDays;

    @Parameter(
            description = "Sort key. The default is the time of drafting, or the next expiry if `expiringWithinDays` is"
                    + " given.",
            schema = @Schema(implementation = ListSort.class))
    @QueryParam("sort")
    @Nullable
    String sort;

    @Parameter(
            description = "Sort direction. By default times are sorted newest first, names and expiries ascending.",
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
                .orElseThrow(() -> Problems.badRequest(
                        "STATUS_UNKNOWN",
                        "?status",
                        "Unknown status; use one of " + Arrays.toString(QualificationStatus.values()) + "."));
    }

    @Nullable
    Restriction restriction() {
        return Parameters.oneOf(Restriction.class, "?restriction", restriction);
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
        return text("?name", name, QualificationForm.MAX_NAME);
    }

    @Nullable
    String company() {
        return text("?company", company, MAX_COMPANY);
    }

    @Nullable
    String legalRepresentative() {
        return text("?legalRepresentative", legalRepresentative, MAX_PERSON);
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
                    "PARAMETER_INVALID", "?expiringWithinDays", "Expected a whole number from 0 to " + MAX_DAYS + ".");
        }
        return days == null ? null : days.intValue();
    }

    public ListOrder order() {
        ListSort asked = Objects.requireNonNullElse(
                Parameters.oneOf(ListSort.class, "?sort", sort),
                expiringWithinDays == null ? ListSort.CREATED : ListSort.EXPIRES);
        return new ListOrder(
                asked,
                Objects.requireNonNullElse(
                        Parameters.oneOf(ListSort.Direction.class, "?direction", direction), asked.usual()));
    }

    /** Blank text counts as missing. */
    private static @Nullable String text(String pointer, @Nullable String text, int max) {
        if (text == null) {
            return null;
        }
        TextLimits.codeOf(text, max, false).ifPresent(code -> {
            throw Problems.badRequest(
                    code, pointer, "Expected at most " + max + " characters, without control characters.");
        });
        return text.isBlank() ? null : text.strip();
    }
}
