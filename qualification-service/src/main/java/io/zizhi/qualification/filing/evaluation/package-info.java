/** A working copy held against every rule: gathers the facts from the other services, changes nothing. */
@NullMarked
package io.zizhi.qualification.filing.evaluation;

import org.jspecify.annotations.NullMarked;
