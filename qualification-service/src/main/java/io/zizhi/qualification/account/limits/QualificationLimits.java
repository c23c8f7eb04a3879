package io.zizhi.qualification.account.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Limits on the use of this service, each with its reason. */
@ConfigMapping(prefix = "zizhi.limits")
public interface QualificationLimits {

    /**
     * Maximum size of a sheet in bytes. A thousand rows with all fields filled in take about 700,000 bytes. The API
     * documentation states it, so it is not a setting.
     */
    int SHEET_BYTES = 2 * 1024 * 1024;

    /**
     * Maximum number of rows of a sheet that are not blank. A larger sheet is easily split, and longer lists are slow
     * to read. The API documentation states it, so it is not a setting.
     */
    int SHEET_ROWS = 1000;

    /** Sheets processed at once. Each needs up to 25 MB of memory for its bytes, cells and forms. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int sheets();

    /** Sheets of one account processed at once, so that one slow upload does not block other accounts. */
    @WithDefault("1")
    @Min(1)
    @Max(64)
    int sheetsPerAccount();

    /** Sheets of one account that may wait in the queue. An agency uploads a handful together. */
    @WithDefault("8")
    @Min(0)
    @Max(1_000)
    int waitingSheetsPerAccount();

    /** How long a sheet may wait for its turn. This is shorter than the time-outs of browsers and gateways. */
    @WithDefault("PT10S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 5)
    Duration longestWaitForSheets();

    /** Time allowed for the body of any sheet, however small: a bad mobile connection can pause that long. */
    @WithDefault("PT10S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 5)
    Duration sheetGrace();

    /**
     * Minimum upload rate of a sheet, in bytes per second. Slow mobile connections reach it, and the largest sheet
     * takes a minute.
     */
    @WithDefault("32768")
    @Min(1)
    @Max(2_097_152)
    int sheetBytesPerSecond();

    /** Unfinished bulk filings per account: ten full sheets are days of work for a review desk. */
    @WithDefault("10")
    @Min(1)
    @Max(1_000)
    int openBulkFilings();

    /** Unfinished imports of all operators together: each holds up to 10,000 forms until it is confirmed. */
    @WithDefault("10")
    @Min(1)
    @Max(1_000)
    int openImports();

    /** Drafts per account: five full sheets whose rows are all unfinished. */
    @WithDefault("5000")
    @Min(1)
    @Max(1_000_000)
    int drafts();

    /** Drafts that an account may create per hour outside of sheets: one every six seconds. Use a sheet for more. */
    @WithDefault("600")
    @Min(1)
    @Max(1_000_000)
    int draftsPerHour();

    /** Authorization letters per account: agencies have one for each customer. */
    @WithDefault("5000")
    @Min(1)
    @Max(1_000_000)
    int letters();

    /** Company register queries per account and company per day; each may cost money. At least 1. */
    @WithDefault("20")
    @Min(1)
    @Max(1_000_000)
    int companyChecksPerDay();

    /** Scan authentications that an account may start per hour; each may cost money. */
    @WithDefault("20")
    @Min(1)
    @Max(1_000_000)
    int companyScansPerHour();

    /**
     * Fields that a reviewer may unmask per day. review-service allows 60 an hour, and the review desk is open for
     * twelve hours.
     */
    @WithDefault("720")
    @Min(1)
    @Max(1_000_000)
    int unmaskedFieldsPerDay();
}
