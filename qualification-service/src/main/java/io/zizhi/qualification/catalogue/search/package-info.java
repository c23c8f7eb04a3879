/**
 * Search over the qualifications of all accounts, for staff. It shows what was submitted, never drafts, and no personal
 * data. Every search is recorded in the audit log.
 */
@NullMarked
package io.zizhi.qualification.catalogue.search;

import org.jspecify.annotations.NullMarked;
