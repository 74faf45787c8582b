"""The command `whatmatters`: words a person types, and what is done with them."""


def start() -> None:
    """Where the installed command begins.

    The verbs and all behind them are imported only now: a process that helps with printing imports the command's own
    script once more, and should not have to wait for them.
    """
    from ..files.memo import seldom_look_for_garbage

    seldom_look_for_garbage()
    from .main import main

    main()
