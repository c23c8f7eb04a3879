/** What this installation offers to applicants, and its limits, so that nobody has to find them out by a refusal. */
@NullMarked
package io.zizhi.qualification.filing.offer;

import org.jspecify.annotations.NullMarked;
