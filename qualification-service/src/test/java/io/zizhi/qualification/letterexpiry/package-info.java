@NullMarked
package io.zizhi.qualification.letterexpiry;

import org.jspecify.annotations.NullMarked;
