"""What the system, the YAML reader and Pydantic say of a file, word for word as they say it.

In English their words stand as they are, in Welsh as the catalogue has them. A sentence that is missing here is quoted.
"""

from __future__ import annotations

from .overheard import Overheard, heard
from .said import Said

SYSTEM = (
    Overheard("No such file or directory"),
    Overheard("Permission denied"),
    Overheard("Operation not permitted"),
    Overheard("Is a directory"),
    Overheard("Not a directory"),
    Overheard("File name too long"),
    Overheard("Too many levels of symbolic links"),
    Overheard("Too many open files"),
    Overheard("Input/output error"),
    Overheard("Invalid argument"),
)

#: libyaml's, in the order of its source; then those of PyYAML, which builds values; then those of Python's dates.
YAML = (
    Overheard("control characters are not allowed"),
    Overheard("could not find expected ':'"),
    Overheard("block sequence entries are not allowed in this context"),
    Overheard("mapping keys are not allowed in this context"),
    Overheard("mapping values are not allowed in this context"),
    Overheard("found character that cannot start any token"),
    Overheard("could not find expected directive name"),
    Overheard("found unexpected non-alphabetical character"),
    Overheard("found unknown directive name"),
    Overheard("did not find expected comment or line break"),
    Overheard("did not find expected version number"),
    Overheard("found extremely long version number"),
    Overheard("did not find expected digit or '.' character"),
    Overheard("did not find expected whitespace"),
    Overheard("did not find expected whitespace or line break"),
    Overheard("did not find expected alphabetic or numeric character"),
    Overheard("did not find the expected '>'"),
    Overheard("did not find expected '!'"),
    Overheard("did not find expected tag URI"),
    Overheard("did not find URI escaped octet"),
    Overheard("found an indentation indicator equal to 0"),
    Overheard("found a tab character where an indentation space is expected"),
    Overheard("found a tab character that violates indentation"),
    Overheard("found unexpected document indicator"),
    Overheard("found unexpected end of stream"),
    Overheard("found unknown escape character"),
    Overheard("did not find expected hexdecimal number"),
    Overheard("found invalid Unicode character escape code"),
    Overheard("found unexpected ':'"),
    Overheard("did not find expected <document start>"),
    Overheard("found undefined tag handle"),
    Overheard("did not find expected node content"),
    Overheard("did not find expected '-' indicator"),
    Overheard("did not find expected key"),
    Overheard("did not find expected ',' or ']'"),
    Overheard("did not find expected ',' or '}}'"),
    Overheard("found duplicate %YAML directive"),
    Overheard("found incompatible YAML document"),
    Overheard("found duplicate %TAG directive"),
    Overheard("but found another document"),
    Overheard("found unhashable key"),
    Overheard("could not determine a constructor for the tag '{tag}'"),
    Overheard("expected a mapping for merging, but found {kind}"),
    Overheard("expected a mapping or list of mappings for merging, but found {kind}"),
    Overheard("month must be in 1..12"),
    Overheard("day is out of range for month"),
    Overheard("year {year} is out of range"),
    Overheard("hour must be in 0..23"),
    Overheard("minute must be in 0..59"),
    Overheard("second must be in 0..59"),
    Overheard("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {given}."),
    Overheard("invalid literal for int() with base {base}: {value}"),
    Overheard(
        "Exceeds the limit ({limit} digits) for integer string conversion: value has {count} digits; "
        "use sys.set_int_max_str_digits() to increase the limit"
    ),
)

#: Pydantic's, with a small letter first, because they stand within a sentence of ours.
MODEL = (
    Overheard("input should be a valid string"),
    Overheard("input should be a valid string, unable to parse raw data as a unicode string"),
    Overheard("string should have at least {least} character"),
    Overheard("string should have at least {least} characters"),
    Overheard("string should have at most {most} character"),
    Overheard("string should have at most {most} characters"),
    Overheard("string should match pattern '{pattern}'"),
    Overheard("input should be a valid tuple"),
    Overheard("tuple should have at least {least} item after validation, not {given}"),
    Overheard("tuple should have at least {least} items after validation, not {given}"),
    Overheard("input should be a valid dictionary"),
    Overheard("input should be a valid dictionary or instance of {model}"),
    Overheard("input should be a valid boolean"),
    Overheard("input should be a valid boolean, unable to interpret input"),
    Overheard("input should be a valid integer"),
    Overheard("input should be a valid integer, unable to parse string as an integer"),
    Overheard("input should be a valid integer, got a number with a fractional part"),
    Overheard("unable to parse input string as an integer, exceeded maximum size"),
    Overheard("input should be a finite number"),
    Overheard("input should be greater than or equal to {least}"),
    Overheard("input should be less than or equal to {most}"),
    Overheard("input should be a valid date"),
    Overheard("input should be a valid date in the format YYYY-MM-DD, {why}"),
    Overheard("input should be a valid date or datetime, {why}"),
    Overheard("datetimes provided to dates should have zero time - e.g. be exact dates"),
    Overheard("input is too short"),
    Overheard("invalid character in year"),
    Overheard("invalid character in month"),
    Overheard("invalid character in day"),
    Overheard("invalid character in hour"),
    Overheard("invalid character in minute"),
    Overheard("invalid character in second"),
    Overheard("month value is outside expected range of 1-12"),
    Overheard("day value is outside expected range"),
    Overheard("hour value is outside expected range of 0-23"),
    Overheard("minute value is outside expected range of 0-59"),
    Overheard("second value is outside expected range of 0-59"),
    Overheard("second fraction digits missing after `.`"),
    Overheard("invalid date separator, expected `-`"),
    Overheard("invalid time separator, expected `:`"),
    Overheard("invalid datetime separator, expected `T`, `t`, `_` or space"),
    Overheard("invalid timezone hour"),
    Overheard("invalid timezone minute"),
    Overheard("timezone offset must be less than 24 hours"),
    Overheard("unexpected extra characters at the end of the input"),
    Overheard("dates after 9999 are not supported as unix timestamps"),
    Overheard("NaN values not permitted"),
    Overheard("year {year} is out of range"),
    Overheard("input should be a valid URL, {why}"),
    Overheard("input is empty"),
    Overheard("relative URL without a base"),
    Overheard("empty host"),
    Overheard("invalid port number"),
    Overheard("invalid IPv4 address"),
    Overheard("invalid IPv6 address"),
    Overheard("invalid international domain name"),
    Overheard("uRL scheme should be '{one}' or '{other}'"),
    Overheard("uRL input should be a string or URL"),
    Overheard("uRL should have at most {most} characters"),
)


def of_system(error: OSError) -> Said:
    """Why the system did not do what it was asked."""
    return heard(str(error.strerror), SYSTEM)


def of_yaml(problem: str) -> Said:
    """Why a text is no YAML, or holds a value that is none."""
    return heard(problem, YAML)


def of_model(message: str) -> Said:
    """Why a value does not fit its field."""
    return heard(message[:1].lower() + message[1:], MODEL)
