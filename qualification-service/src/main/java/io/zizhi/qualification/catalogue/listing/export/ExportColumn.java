package io.zizhi.qualification.catalogue.listing.export;

import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.Period;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the exported list. A column that a sheet of bulk filing has too has the same header. Personal data is
 * masked; times are in Asia/Shanghai.
 */
enum ExportColumn {
    ID("资质 ID", row -> Long.toString(row.view().id())),
    NAME("资质名称", row -> row.view().name()),
    PURPOSE("申请用途", row -> row.view().purpose().name()),
    OWNER_TYPE("主体类型", row -> row.view().ownerType().name()),
    STATUS("状态", row -> row.view().status().name()),
    RESTRICTION("使用限制", row -> row.view().restriction().name()),
    COMPANY("企业名称", row -> text(row.view().companyName())),
    CREDIT_CODE("统一社会信用代码", row -> text(row.view().creditCode())),
    LEGAL_REPRESENTATIVE("法定代表人姓名", row -> name(row.form().legalRepresentative())),
    ADMINISTRATOR("管理员姓名", row -> name(row.form().administrator())),
    PHONE(
            "管理员手机号",
            row -> Optional.ofNullable(row.form().administrator())
                    .map(Administrator::phone)
                    .map(Phone::masked)
                    .orElse("")),
    WORK_ORDER("工单号", row -> text(row.view().workOrder())),
    SUBMITTED("提交时间", row -> time(row.view().submittedAt())),
    DUE("预计审核完成时间", row -> time(row.view().dueAt())),
    EXPIRES("最早到期日", row -> text(row.view().expiresOn())),
    CREATED("创建时间", row -> time(row.view().createdAt())),
    UPDATED("更新时间", row -> time(row.view().updatedAt()));

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(Period.ZONE);

    private final String title;
    private final Function<ExportRow, String> cell;

    ExportColumn(String title, Function<ExportRow, String> cell) {
        this.title = title;
        this.cell = cell;
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(column -> column.title).toList();
    }

    static List<String> cells(ExportRow row) {
        return Arrays.stream(values()).map(column -> column.cell.apply(row)).toList();
    }

    private static String name(@Nullable IdentifiedPerson person) {
        return Optional.ofNullable(person)
                .map(IdentifiedPerson::name)
                .map(PersonName::masked)
                .orElse("");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }
}
