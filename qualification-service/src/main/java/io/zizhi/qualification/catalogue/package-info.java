/**
 * Read-only views. For applicants: lists, counts and exports of qualifications, the history of a qualification, and
 * differences between its revisions. For staff: search over all accounts.
 */
@NullMarked
package io.zizhi.qualification.catalogue;

import org.jspecify.annotations.NullMarked;
