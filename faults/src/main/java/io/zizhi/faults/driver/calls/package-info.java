/** The requests of applicants, reviewers and supervisors. Each is recorded in the history with its reply. */
@NullMarked
package io.zizhi.faults.driver.calls;

import org.jspecify.annotations.NullMarked;
