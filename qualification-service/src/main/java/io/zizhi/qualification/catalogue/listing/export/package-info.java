/** Exports an account's qualifications as CSV, page by page. Each export is recorded in the audit trail. */
@NullMarked
package io.zizhi.qualification.catalogue.listing.export;

import org.jspecify.annotations.NullMarked;
