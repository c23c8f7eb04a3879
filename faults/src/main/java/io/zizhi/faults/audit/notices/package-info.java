/**
 * Checks notices and reminders. The plan of all reminders, and the contact of each notice, are recomputed from the
 * evidence.
 */
@NullMarked
package io.zizhi.faults.audit.notices;

import org.jspecify.annotations.NullMarked;
