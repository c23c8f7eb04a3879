package io.zizhi.qualification.account.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of what callers ask of this service, each with its reason. */
@ConfigMapping(prefix = "zizhi.limits")
public interface QualificationLimits {

    /** Sheets in work at once. Each holds its bytes, its cells and its forms in memory: up to 25 MB. */
    @WithDefault("4")
    int sheets();

    /** Sheets of one account in work at once. One that arrives slowly must not keep other accounts out. */
    @WithDefault("1")
    int sheetsPerAccount();

    /** Sheets of one account that wait for their turn. An agency sends a handful together. */
    @WithDefault("8")
    int waitingSheetsPerAccount();

    /** How long a sheet waits for its turn. Browsers and gateways wait longer. */
    @WithDefault("PT10S")
    Duration longestWaitForSheets();

    /** Time that is given to the body of every sheet, however small: a bad mobile connection pauses that long. */
    @WithDefault("PT10S")
    Duration sheetGrace();

    /** Rate at which a sheet has to arrive: slow mobile connections reach it, and the largest sheet takes a minute. */
    @WithDefault("32768")
    int sheetBytesPerSecond();

    /** Bulk filings of one account that are not finished: ten full sheets are days of work for a review desk. */
    @WithDefault("10")
    int openBulkFilings();

    /** Drafts of one account: five full sheets whose rows all wait for somebody. */
    @WithDefault("5000")
    int drafts();

    /** Drafts that one account opens within an hour, outside of sheets: one every six seconds. More is for sheets. */
    @WithDefault("600")
    int draftsPerHour();

    /** Authorization letters of one account: agencies have one for each customer. */
    @WithDefault("5000")
    int letters();

    /**
     * Questions to the company register that one account may ask about one company within a day: each may cost money. At
     * least 1.
     */
    @WithDefault("20")
    int companyChecksPerDay();

    /** Authentications by scan that one account may start within an hour: each may cost money. */
    @WithDefault("20")
    int companyScansPerHour();

    /**
     * Fields that one reviewer may see in plain text within a day. review-service lets 60 an hour through, and the review
     * desk is open for twelve hours.
     */
    @WithDefault("720")
    int unmaskedFieldsPerDay();
}
