setup(
    python_requires='>=3.6',
    install_requires=[
        'numpy>=1.10',
        'six>=1.9',
    ],
)
