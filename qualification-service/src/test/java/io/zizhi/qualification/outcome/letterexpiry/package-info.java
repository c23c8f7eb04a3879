@NullMarked
package io.zizhi.qualification.outcome.letterexpiry;

import org.jspecify.annotations.NullMarked;
