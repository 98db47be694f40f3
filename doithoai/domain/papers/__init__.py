"""Official papers as a neutral list of blocks, with the layout facts of Decree 30/2020/NĐ-CP and of Party guidance.

No file format here: renderers in `adapters/renderers` turn a `Paper` into bytes. No database: kinds compose papers from facts.
"""
